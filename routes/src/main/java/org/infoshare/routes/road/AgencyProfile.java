package org.infoshare.routes.road;

import java.util.Set;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.model.AgencyId;

/** What is known of an agency from its agreement and the directory, in the policy's words. */
public record AgencyProfile(
    AgencyId id, String name, AgencyKind kind, boolean under16La, boolean publicAuthority, boolean verified, Set<String> areas, OverrideState overrideState) {}
