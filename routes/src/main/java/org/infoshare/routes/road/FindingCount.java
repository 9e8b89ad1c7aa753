package org.infoshare.routes.road;

/** Counts what the controls stop. */
@FunctionalInterface
public interface FindingCount {

  /**
   * @param mediaType of the document that was stopped
   */
  void found(Finding finding, String mediaType);
}
