package org.infoshare.mapping.cgl;

import java.time.LocalDate;
import java.util.Optional;

/** A file. Its content travels as base64. */
public record CglAttachment(
    String about,
    Optional<String> fileName,
    String mediaType,
    byte[] content,
    Optional<String> standing,
    Optional<LocalDate> asOf,
    Optional<Boolean> namesPlace) {}
