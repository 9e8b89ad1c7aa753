package org.infoshare.mapping;

/**
 * One partner's bytes, checked against the partner's own contract both ways: what does not follow
 * it is an {@link AssertionError}.
 *
 * @param <W> the partner's documents
 */
public interface WireForm<W> {

  W read(byte[] bytes);

  /** The same document always makes the same bytes. */
  byte[] write(W document);
}
