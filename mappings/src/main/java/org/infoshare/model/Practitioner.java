package org.infoshare.model;

import java.util.Optional;

/**
 * The named person who sends, and by whose decision: a social worker or key worker.
 *
 * @param role in the words of the policy, for example {@code social_worker}
 * @param callBack the telephone number on which a duty team reaches them
 */
public record Practitioner(
    Personal name,
    String role,
    Function function,
    Optional<String> team,
    Optional<Personal> callBack) {}
