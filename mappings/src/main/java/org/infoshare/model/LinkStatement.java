package org.infoshare.model;

import java.util.Optional;

/**
 * What the sender knows of an agency's link to a person: the link, or, when empty, that there is
 * none. Nothing stated is unknown.
 */
public record LinkStatement(AgencyId agency, PersonId person, Optional<LinkKind> link) {}
