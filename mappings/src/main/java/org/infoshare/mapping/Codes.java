package org.infoshare.mapping;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.infoshare.model.Authority;
import org.infoshare.model.Category;
import org.infoshare.model.Circumstances;
import org.infoshare.model.Coercion;
import org.infoshare.model.ConsentKind;
import org.infoshare.model.ConsentState;
import org.infoshare.model.Content.OtherWorker.Service;
import org.infoshare.model.Content.TreatmentEngagement.CoreService;
import org.infoshare.model.Informing;
import org.infoshare.model.LegalRequest;
import org.infoshare.model.LinkKind;
import org.infoshare.model.PersonType;
import org.infoshare.model.PlanType;
import org.infoshare.model.Purpose;
import org.infoshare.model.Rag;
import org.infoshare.model.RecallConfirmation.Done;
import org.infoshare.model.RelationKind;
import org.infoshare.model.Standing;

/**
 * Codes that contracts of our own share: the words of the model, and those of the Children in Need
 * census.
 */
public final class Codes {

  public static final CodeList<Standing> STANDING = all(Standing.values(), Standing::word);
  public static final CodeList<PersonType> PERSON_TYPE = all(PersonType.values(), PersonType::word);
  public static final CodeList<PlanType> PLAN_TYPE = all(PlanType.values(), PlanType::word);
  public static final CodeList<RelationKind> RELATION =
      all(RelationKind.values(), RelationKind::word);
  public static final CodeList<Service> SERVICE = all(Service.values(), Codes::word);
  public static final CodeList<CoreService> CORE_SERVICE = all(CoreService.values(), Codes::word);
  public static final CodeList<Circumstances> CIRCUMSTANCES =
      all(Circumstances.values(), Circumstances::word);
  public static final CodeList<Coercion> COERCION = all(Coercion.values(), Coercion::word);
  public static final CodeList<Authority> AUTHORITY = all(Authority.values(), Authority::word);
  public static final CodeList<ConsentKind> CONSENT_KIND =
      all(ConsentKind.values(), ConsentKind::word);
  public static final CodeList<ConsentState> CONSENT_STATE =
      all(ConsentState.values(), ConsentState::word);
  public static final CodeList<Informing.State> INFORMED =
      all(Informing.State.values(), Informing.State::word);
  public static final CodeList<LegalRequest> LEGAL_REQUEST =
      all(LegalRequest.values(), LegalRequest::word);
  public static final CodeList<Purpose> PURPOSE = all(Purpose.values(), Purpose::word);
  public static final CodeList<Category> CATEGORY = all(Category.values(), Category::word);

  public static final CodeList<Done> RECALL_DONE = all(Done.values(), Codes::word);

  /** What a practitioner may rate; who did not rate leaves the field out. */
  public static final CodeList<Rag> RATING =
      CodeList.of(List.copyOf(EnumSet.of(Rag.RED, Rag.AMBER, Rag.GREEN)), Rag::word);

  /** How an agency is linked to a person; empty for {@code none}: it is not. */
  public static final CodeList<Optional<LinkKind>> LINK =
      CodeList.of(
          List.of(
              Optional.of(LinkKind.SUPERVISES),
              Optional.of(LinkKind.TREATS),
              Optional.of(LinkKind.SUPPORTS),
              Optional.of(LinkKind.EMPLOYS),
              Optional.of(LinkKind.RELATED),
              Optional.empty()),
          link -> link.map(LinkKind::word).orElse("none"));

  /** Category of abuse of a child protection plan: Children in Need census. */
  public static final CodeList<String> ABUSE = CodeList.of("NEG", "PHY", "SAB", "EMO", "MUL");

  /** Sex: Children in Need census, from 2024-25. */
  public static final CodeList<String> SEX = CodeList.of("M", "F", "U");

  /** Harm types: the policy's table {@code harm}. */
  public static final CodeList<String> HARM =
      CodeList.of(
          "intoxicated_carer",
          "neglect",
          "suicide",
          "violence",
          "sexual_abuse",
          "exploitation",
          "fgm",
          "trafficking",
          "unborn_substance");

  private Codes() {}

  /** An enum constant as contracts write it, for example {@code domestic_abuse_victim}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <T> CodeList<T> all(T[] meanings, Function<T, String> word) {
    return CodeList.of(Arrays.asList(meanings), word);
  }
}
