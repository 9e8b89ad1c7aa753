package org.infoshare.gateway.ledger.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {

  @TempDir private Path folder;

  @Test
  void it_is_made_once_and_only_its_owner_may_read_it() throws IOException {
    MasterKey.in(folder.resolve("keys/master.key"));
    byte[] first = Files.readAllBytes(folder.resolve("keys/master.key"));
    MasterKey.in(folder.resolve("keys/master.key"));
    assertThat(Files.readAllBytes(folder.resolve("keys/master.key"))).isEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("keys/master.key"))))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder.resolve("keys"))) {
      assertThat(files).as("and nothing is left beside it").hasSize(1);
    }
  }

  @Test
  void keys_are_read_back_under_the_name_that_they_were_made_for_and_no_other() {
    MasterKey master = MasterKey.in(folder.resolve("master.key"));
    byte[] keyset = master.newKeyset(PredefinedAeadParameters.AES256_GCM, "case/1");
    var sealed = new Sealed(master.open(keyset, "case/1", Aead.class));
    assertThat(sealed.open(sealed.seal(new byte[] {1, 2}, "here"), "here")).containsExactly(1, 2);
    assertThatThrownBy(() -> sealed.open(sealed.seal(new byte[] {1, 2}, "here"), "there"))
        .isInstanceOf(UnreadableKey.class);
    assertThatThrownBy(() -> master.open(keyset, "case/2", Aead.class))
        .isInstanceOf(UnreadableKey.class);
  }

  @Test
  void a_file_with_something_else_in_it_is_no_master_key() throws IOException {
    Files.writeString(folder.resolve("master.key"), "not a key");
    assertThatThrownBy(() -> MasterKey.in(folder.resolve("master.key")))
        .isInstanceOf(UnreadableKey.class);
  }

  @Test
  void nodes_that_start_at_once_have_one_key() throws Exception {
    Path file = folder.resolve("master.key");
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<MasterKey> start = () -> MasterKey.in(file);
      List<MasterKey> masters =
          threads.invokeAll(Stream.generate(() -> start).limit(8).toList()).stream()
              .map(future -> future.resultNow())
              .toList();
      byte[] keyset = masters.getFirst().newKeyset(PredefinedAeadParameters.AES256_GCM, "case/1");
      assertThat(
              masters.stream()
                  .map(master -> master.open(keyset, "case/1", Aead.class))
                  .collect(Collectors.toList()))
          .hasSize(8)
          .doesNotContainNull();
    }
  }
}
