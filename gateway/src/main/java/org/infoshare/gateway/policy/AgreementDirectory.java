package org.infoshare.gateway.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.infoshare.consent.words.AgencyKind;
import org.infoshare.consent.words.OverrideState;
import org.infoshare.model.AgencyId;
import org.infoshare.routes.road.Agencies;
import org.infoshare.routes.road.AgencyProfile;

/**
 * The agencies as the active agreements describe them. What an agreement does not say is taken in
 * the careful sense; one that does not say what kind of agency it is with makes none known.
 */
final class AgreementDirectory implements Agencies {

  private final PolicyBundles bundles;

  AgreementDirectory(PolicyBundles bundles) {
    this.bundles = bundles;
  }

  @Override
  public Optional<AgencyProfile> find(AgencyId id) {
    return Optional.ofNullable(bundles.recent().agreements().get(id.value()))
        .filter(agreement -> agreement.hasNonNull("kind"))
        .map(agreement -> profile(id, agreement));
  }

  private static AgencyProfile profile(AgencyId id, JsonNode agreement) {
    return new AgencyProfile(
        id,
        agreement.path("name").asText(id.value()),
        AgencyKind.valueOf(constant(agreement.path("kind").asText())),
        agreement.path("under_16LA").asBoolean(false),
        agreement.path("public_authority").asBoolean(false),
        agreement.path("verified").asBoolean(false),
        areas(agreement.path("areas")),
        OverrideState.valueOf(constant(agreement.path("override_state").asText("normal"))));
  }

  private static Set<String> areas(JsonNode areas) {
    return StreamSupport.stream(areas.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
