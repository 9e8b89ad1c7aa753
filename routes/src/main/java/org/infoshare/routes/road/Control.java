package org.infoshare.routes.road;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What looks at a delivery that the policy has let go, before its first byte leaves. What it stops waits for a named person
 * under its name, and only a person's release for that name opens it.
 */
public enum Control {
  /** A value that must not reach this recipient stands in the finished bytes, or they cannot be read. */
  GUARD,
  /** A home address is named, and a later one of the same person is known. */
  ADDRESS_AGE,
  /** A way to contact somebody is named as safe, and may reach whoever they must be kept safe from. */
  CONTACT_SAFETY,
  /** The recipient's form has no place for what must be told with it: a person tells the recipient, then releases it. */
  FORMAT;

  /** The control that holds under this rule; empty if the policy does. */
  public static Optional<Control> of(String rule) {
    return Stream.of(values()).filter(control -> control.name().equals(rule)).findFirst();
  }
}
