package org.infoshare.model;

/**
 * An identifier of a person in one system, for example {@code nhs-number} or {@code mosaic-id}.
 * Compared exactly.
 */
public record Identifier(String system, Personal value) {}
