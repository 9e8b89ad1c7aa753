package org.infoshare.mapping;

import org.infoshare.model.CaseMessage;
import org.infoshare.model.Labels;

/**
 * Translates between one partner's wire form and the canonical model.
 *
 * <p>Pure: no clock, no lookup, no I/O. The same input always gives the same output, which is what
 * lets a fixture folder be the whole test.
 *
 * @param <W> what travels on the partner's wire; a partner with several documents has a sealed type
 *     of them, and one package-private translator for each behind this one door
 */
public interface PartnerMapping<W> {

  /**
   * @throws MalformedMessage if the partner broke its own format; the text is safe to send back
   */
  CaseMessage toCanonical(W received);

  /**
   * Renders every segment that it is given, or names it as not carried; and the labels, or throws
   * if the form has no place for one that is set.
   */
  Rendering<W> fromCanonical(CaseMessage message, Labels labels);

  Class<W> wireType();
}
