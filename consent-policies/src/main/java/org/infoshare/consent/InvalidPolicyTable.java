package org.infoshare.consent;

import java.util.List;

/** A table or an agreement that OPA must not be given; the faults are for whoever edited it. */
public final class InvalidPolicyTable extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  public InvalidPolicyTable(List<String> faults) {
    super("not a table of the sharing policy: " + String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  public List<String> faults() {
    return faults;
  }
}
