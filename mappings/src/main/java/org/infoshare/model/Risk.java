package org.infoshare.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the sender says of the risk of harm.
 *
 * @param rag the sender's rating of the harm to the child
 * @param immediate the sender claims serious harm within hours; whether the claim is supported is
 *     the policy's to say
 * @param to who is at risk
 * @param from from whom
 * @param harms harm types, in the words of the policy's table {@code harm}
 * @param evidence a reason was given, in text or structured
 * @param moreDetrimental the sender thinks that to share may do a child more harm than not to
 *     (section 16LA(3) of the Children Act 2004): a person decides
 */
public record Risk(
    Rag rag,
    boolean immediate,
    List<PersonId> to,
    List<PersonId> from,
    List<String> harms,
    Optional<Instant> assessedAt,
    boolean evidence,
    boolean moreDetrimental) {

  public Risk {
    to = List.copyOf(to);
    from = List.copyOf(from);
    harms = List.copyOf(harms);
  }

  /** Of a sender who does not say that to share may do more harm. */
  public Risk(
      Rag rag,
      boolean immediate,
      List<PersonId> to,
      List<PersonId> from,
      List<String> harms,
      Optional<Instant> assessedAt,
      boolean evidence) {
    this(rag, immediate, to, from, harms, assessedAt, evidence, false);
  }

  /** Nobody rated anything. */
  public static final Risk UNKNOWN =
      new Risk(Rag.UNKNOWN, false, List.of(), List.of(), List.of(), Optional.empty(), false);

  /** Takes the lanes with reserved slots: claimed immediate, or red. */
  public boolean urgent() {
    return immediate || rag == Rag.RED;
  }
}
