package org.infoshare.gateway.again;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.UUID;

/**
 * How a command was called.
 *
 * @param decision empty: none was named
 * @param data the gateway's data folder: master key, and the embedded database unless another is
 *     named
 * @param database of a ledger that is not the data folder's, as JDBC has it
 */
record Call(
    Optional<UUID> decision, Path data, Optional<String> database, Optional<Path> masterKey, Path opa) {

  static final String USAGE =
      """
      usage: bin/decide-again DECISION [--data FOLDER] [--database URL] [--master-key FILE]
        DECISION           id of a decision, as the operators' pages show it
        --data FOLDER      the gateway's data folder (default: data/demo/gateway, that of bin/demo);
                           the gateway may run or not
        --database URL     another ledger: jdbc:postgresql://HOST/NAME?user=USER&password=PASSWORD
        --master-key FILE  default: master.key in the data folder
      Says of each verdict whether it comes out the same. Exit: 0 same, 1 it differs or was changed,
      2 it cannot be made again.""";

  /**
   * @throws IllegalArgumentException with words for the caller
   */
  static Call of(String[] arguments) {
    Optional<UUID> decision = Optional.empty();
    Path data = Path.of("data", "demo", "gateway");
    Optional<String> database = Optional.empty();
    Optional<Path> masterKey = Optional.empty();
    Path opa = Path.of("opa");
    for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
      String argument = rest.next();
      switch (argument) {
        case "--data" -> data = Path.of(value(argument, rest));
        case "--database" -> database = Optional.of(value(argument, rest));
        case "--master-key" -> masterKey = Optional.of(Path.of(value(argument, rest)));
        case "--opa" -> opa = Path.of(value(argument, rest));
        default -> decision = Optional.of(id(argument));
      }
    }
    return new Call(
        decision,
        data.toAbsolutePath().normalize(),
        database,
        masterKey,
        opa);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(text + " is neither an option nor the id of a decision");
    }
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }
}
