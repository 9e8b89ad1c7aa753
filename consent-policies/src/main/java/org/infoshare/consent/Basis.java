package org.infoshare.consent;

import java.util.Optional;

/**
 * The law on which a segment goes, in the words of the tables that IG leads edit.
 *
 * @param art6 the lawful basis of UK GDPR Article 6
 * @param art9 the condition of Article 9, for special category data
 * @param sch1 the paragraph of Schedule 1 to the Data Protection Act 2018 that meets it
 * @param art10 the condition for criminal offence data
 * @param gateway what lifts the duty of confidence: statute, consent, order or public interest
 */
public record Basis(
    String art6,
    Optional<String> art9,
    Optional<String> sch1,
    Optional<String> art10,
    Optional<String> gateway) {}
