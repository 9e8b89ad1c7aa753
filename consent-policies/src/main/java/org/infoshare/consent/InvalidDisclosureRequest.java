package org.infoshare.consent;

import java.util.List;

/**
 * A request that is not in the form that the policy reads: a fault of the caller, not of the
 * sender. The faults name fields and never values.
 */
public final class InvalidDisclosureRequest extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public InvalidDisclosureRequest(List<String> faults) {
    super("not a disclosure request: " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
