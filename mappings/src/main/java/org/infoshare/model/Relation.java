package org.infoshare.model;

/** {@code a} stands to {@code b} as {@code kind} says. */
public record Relation(PersonId a, RelationKind kind, PersonId b) {}
