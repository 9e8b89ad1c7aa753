package org.infoshare.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Content;
import org.infoshare.model.FamilyRole;
import org.infoshare.model.Identifier;
import org.infoshare.model.PersonId;
import org.infoshare.model.Personal;
import org.infoshare.model.PlanType;
import org.infoshare.model.Rag;
import org.infoshare.model.Relation;
import org.infoshare.model.RelationKind;

/** One content of each kind, with every part that it can have. */
final class OneOfEach {

  static final PersonId CHILD = new PersonId("p1");
  static final PersonId PARENT = new PersonId("p2");
  static final Personal TEXT = new Personal("Ünïcode \"quoted\" & <tags>, 𝔘nusual");
  static final Instant AT = Instant.parse("2026-11-23T09:30:00.123456789Z");
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  static final List<Content> CONTENT =
      List.of(
          new Content.PersonDetails(
              Optional.of(TEXT),
              Optional.empty(),
              Optional.of(DAY),
              Optional.of(DAY.plusDays(60)),
              Optional.of("U"),
              List.of(new Identifier("nhs-number", new Personal("9990000018"))),
              Optional.of(FamilyRole.UNBORN_CHILD)),
          new Content.Whereabouts(
              List.of(new Personal("1 Invented Row"), new Personal("Inventedham")),
              Optional.of(new Personal("ZZ99 3WZ")),
              List.of(new Personal("07700 900101")),
              List.of(new Personal("testa@home.example")),
              Optional.of(TEXT)),
          new Content.Household(List.of(new Relation(PARENT, RelationKind.PARENT_OF, CHILD))),
          new Content.PlanStatus(PlanType.NONE, Optional.of(DAY), Optional.empty()),
          new Content.PlanDetail(Optional.of("NEG"), Optional.of(DAY), Optional.of(TEXT)),
          new Content.RiskStatement(Content.RiskStatement.Topic.RISK_SEEN, TEXT),
          new Content.RiskOfHarm(true, List.of("neglect"), List.of(PARENT), Optional.of(AT)),
          new Content.AllegedAbuse(List.of(CHILD, PARENT)),
          new Content.HarmRating(Rag.RED, Content.HarmRating.RatedBy.TREATMENT_SERVICE),
          new Content.TreatmentEngagement(
              Content.TreatmentEngagement.CoreService.ENGAGING, List.of(TEXT)),
          new Content.ReferralProgress(
              Content.ReferralProgress.Progress.EXITED,
              Optional.of(TEXT),
              Optional.of(TEXT),
              Optional.of(DAY),
              Optional.of(DAY.plusDays(90))),
          new Content.Prescribing(TEXT),
          new Content.TreatmentContent(TEXT),
          new Content.AgreementObtained(
              true, Optional.of(TEXT), Optional.of(DAY), Circumstances.PARTNER_PRESENT),
          new Content.OtherWorker(
              Content.OtherWorker.Service.DOMESTIC_ABUSE_PERPETRATOR, TEXT, Optional.of(TEXT)),
          new Content.Unclassified(
              Optional.of(new Personal("scan.bin")),
              "application/octet-stream",
              new byte[] {0, -1, 37, 80}));

  private OneOfEach() {}
}
