package org.infoshare.model;

/**
 * A value cannot be what it was given as. The words say what kind of value it is and what its form
 * is, for whoever sent it: never the value.
 */
public final class NotAValue extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  NotAValue(String words) {
    super(words);
  }
}
