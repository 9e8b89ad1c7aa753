package org.infoshare.gateway.ledger.keys;

import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.PublicKeyVerify;
import java.security.GeneralSecurityException;

/** Signs, and tells what was signed here from what was not. */
public final class Signing {

  private final PublicKeySign signer;
  private final PublicKeyVerify verifier;

  Signing(PublicKeySign signer, PublicKeyVerify verifier) {
    this.signer = signer;
    this.verifier = verifier;
  }

  public byte[] sign(byte[] content) {
    try {
      return signer.sign(content);
    } catch (GeneralSecurityException e) {
      throw new UnreadableKey("cannot sign", e);
    }
  }

  /** Whether this content was signed under this key. */
  public boolean signed(byte[] content, byte[] signature) {
    try {
      verifier.verify(signature, content);
      return true;
    } catch (GeneralSecurityException notSigned) {
      return false;
    }
  }
}
