package org.infoshare.mapping;

import java.util.Set;
import org.infoshare.model.CaseMessage;
import org.infoshare.model.Label;
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
   * The labels that the form in which this message is written has a place for. What is owed and not
   * among them holds the delivery, or at immediate risk reaches the recipient by a person.
   *
   * @throws NoSuchDocument if it is not written at all
   */
  Set<Label> carries(CaseMessage message);

  /**
   * Renders every segment that it is given, or names it as not carried; and the labels. Is given
   * none that the form does not {@linkplain #carries carry}.
   *
   * @throws NoSuchDocument if the partner receives no document for this kind of message
   */
  Rendering<W> fromCanonical(CaseMessage message, Labels labels);

  Class<W> wireType();
}
