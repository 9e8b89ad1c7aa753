package org.infoshare.gateway.ledger.keys;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/** Encrypts and reads back. What was written for one place cannot be read in another. */
public final class Sealed {

  private final Aead aead;

  Sealed(Aead aead) {
    this.aead = aead;
  }

  /**
   * @param place to which the ciphertext is bound, for example {@code message/<id>/canonical}
   */
  public byte[] seal(byte[] plain, String place) {
    try {
      return aead.encrypt(plain, Bound.to(place));
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("cannot encrypt for " + place, e);
    }
  }

  /**
   * @throws UnreadableKey if this was not written here, under this key
   */
  public byte[] open(byte[] sealed, String place) {
    try {
      return aead.decrypt(sealed, Bound.to(place));
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("cannot decrypt " + place, e);
    }
  }
}
