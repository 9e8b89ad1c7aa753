package org.infoshare.gateway.ledger.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.signature.SignatureConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The key that encrypts all other keys. It lives in a file that only the gateway's user may read,
 * never in the database: whoever has one of the two has nothing.
 */
public final class MasterKey {

  private static final Configuration PRIMITIVES = primitives();
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Aead aead;

  private MasterKey(Aead aead) {
    this.aead = aead;
  }

  /**
   * The key in this file, which is made if it is not there. Every node on one ledger needs the same
   * file.
   *
   * @throws UnreadableKey if the file holds something else
   */
  public static MasterKey in(Path file) {
    try {
      if (Files.notExists(file)) {
        generate(file);
      }
      var handle =
          TinkProtoKeysetFormat.parseKeyset(
              Files.readAllBytes(file), InsecureSecretKeyAccess.get(), PRIMITIVES);
      return new MasterKey(handle.getPrimitive(PRIMITIVES, Aead.class));
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("the master key file holds no master key", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new key of this kind, encrypted: what the database keeps. */
  byte[] newKeyset(Parameters kind, String name) {
    try {
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          KeysetHandle.generateNew(kind, PRIMITIVES), aead, Bound.to(name), PRIMITIVES);
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("cannot make key " + name, e);
    }
  }

  <P> P open(byte[] keyset, String name, Class<P> primitive) {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(keyset, aead, Bound.to(name), PRIMITIVES)
          .getPrimitive(PRIMITIVES, primitive);
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("key " + name + " is not of this master key", e);
    }
  }

  /** Of a keyset that signs, what tells its signatures from others. */
  PublicKeyVerify openVerifier(byte[] keyset, String name) {
    try {
      return TinkProtoKeysetFormat.parseEncryptedKeyset(keyset, aead, Bound.to(name), PRIMITIVES)
          .getPublicKeysetHandle()
          .getPrimitive(PRIMITIVES, PublicKeyVerify.class);
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("key " + name + " is not of this master key", e);
    }
  }

  private static Configuration primitives() {
    try {
      SignatureConfig.register();
      AeadConfig.register();
      MacConfig.register();
      return RegistryConfiguration.get();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM, HMAC-SHA-256 or Ed25519", e);
    }
  }

  private static void generate(Path file) throws GeneralSecurityException, IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    byte[] keyset =
        TinkProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, PRIMITIVES),
            InsecureSecretKeyAccess.get(),
            PRIMITIVES);
    // Written aside and linked into place: two nodes that start at once must not each keep their
    // own.
    Path written =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            "master",
            ".new",
            PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    try {
      Files.write(written, keyset, StandardOpenOption.DSYNC);
      Files.createLink(file, written);
    } catch (FileAlreadyExistsException other) {
      // The other node's key is the key.
    } finally {
      Files.delete(written);
    }
  }
}
