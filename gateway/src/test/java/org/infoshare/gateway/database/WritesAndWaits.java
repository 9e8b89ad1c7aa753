package org.infoshare.gateway.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.infoshare.gateway.DataFolder;
import org.infoshare.gateway.TestSettings;

/** A process that commits a row to an embedded database, says so, and waits to be killed. */
public final class WritesAndWaits {

  private WritesAndWaits() {}

  public static void main(String[] args) throws SQLException, IOException {
    var database = new EmbeddedDatabase(new DataFolder(TestSettings.on(Path.of(args[0]))));
    try (var connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute("create table if not exists acknowledged (what text)");
      statement.execute("insert into acknowledged values ('a message')");
      System.out.println("committed");
      System.in.read();
    }
  }
}
