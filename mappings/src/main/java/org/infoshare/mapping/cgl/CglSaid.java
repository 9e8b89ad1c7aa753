package org.infoshare.mapping.cgl;

import java.time.LocalDate;
import java.util.Optional;

/** Goals, what was said in treatment. */
public record CglSaid(
    String about,
    String text,
    Optional<String> standing,
    Optional<LocalDate> asOf,
    Optional<Boolean> namesPlace) {}
