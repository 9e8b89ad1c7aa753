package org.infoshare.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a segment says. One record for each thing that agencies tell each other. */
public sealed interface Content {

  Category category();

  /**
   * Who somebody is, and what they are in the family. An unborn child has an expected date and no
   * name.
   *
   * @param sex M, F or U, as in the Children in Need census
   */
  record PersonDetails(
      Optional<Personal> givenName,
      Optional<Personal> familyName,
      Optional<LocalDate> birthDate,
      Optional<LocalDate> expectedDate,
      Optional<String> sex,
      List<Identifier> identifiers,
      Optional<FamilyRole> role)
      implements Content {
    public PersonDetails {
      identifiers = List.copyOf(identifiers);
    }

    @Override
    public Category category() {
      return Category.IDENTITY;
    }
  }

  /** Where somebody is to be found, and how to reach them safely. */
  record Whereabouts(
      List<Personal> addressLines,
      Optional<Personal> postcode,
      List<Personal> telephones,
      List<Personal> emails,
      Optional<Personal> safeWaysToMakeContact)
      implements Content {
    public Whereabouts {
      addressLines = List.copyOf(addressLines);
      telephones = List.copyOf(telephones);
      emails = List.copyOf(emails);
    }

    @Override
    public Category category() {
      return Category.LOCATION;
    }
  }

  /**
   * How somebody stands to others of the case, and with whom they live. Who is alleged to abuse
   * whom is no part of it, but {@link AllegedAbuse}.
   */
  record Household(List<Relation> relations) implements Content {
    public Household {
      relations = List.copyOf(relations);
    }

    @Override
    public Category category() {
      return Category.HOUSEHOLD;
    }
  }

  /** The plan that a child is on, and its dates; no narrative. */
  record PlanStatus(PlanType plan, Optional<LocalDate> start, Optional<LocalDate> end)
      implements Content {
    @Override
    public Category category() {
      return Category.CP_STATUS;
    }
  }

  /**
   * What stands behind a plan.
   *
   * @param abuse category of abuse of the Children in Need census: NEG, PHY, SAB, EMO or MUL
   */
  record PlanDetail(
      Optional<String> abuse, Optional<LocalDate> conference, Optional<Personal> decisions)
      implements Content {
    @Override
    public Category category() {
      return Category.CP_DETAIL;
    }
  }

  /**
   * A narrative of risk: who is at risk of what, from whom, why now; the history; the main issues;
   * why somebody must not be told.
   */
  record RiskStatement(Topic topic, Personal text) implements Content {
    public enum Topic {
      IMMEDIATE_RISK,
      BRIEF_HISTORY,
      MAIN_ISSUES,
      RISK_SEEN,
      NOT_SAFE_TO_TELL
    }

    @Override
    public Category category() {
      return Category.RISK_STATEMENT;
    }
  }

  /**
   * Who (the person it is about) is at risk of what, and from whom, without narrative: what an
   * immediate message holds at least.
   *
   * @param immediate serious harm is feared within hours
   * @param harms harm types, in the words of the policy's table {@code harm}
   */
  record RiskOfHarm(
      boolean immediate, List<String> harms, List<PersonId> from, Optional<Instant> assessedAt)
      implements Content {
    public RiskOfHarm {
      harms = List.copyOf(harms);
      from = List.copyOf(from);
    }

    @Override
    public Category category() {
      return Category.RISK_STATEMENT;
    }
  }

  /** The person it is about is alleged to abuse these. */
  record AllegedAbuse(List<PersonId> of) implements Content {
    public AllegedAbuse {
      of = List.copyOf(of);
    }

    @Override
    public Category category() {
      return Category.DA_PERPETRATOR_ALLEGED;
    }
  }

  /** A practitioner's rating of harm, always with who rated; two ratings are never merged. */
  record HarmRating(Rag rag, RatedBy ratedBy) implements Content {
    public enum RatedBy {
      SOCIAL_WORKER,
      TREATMENT_SERVICE
    }

    @Override
    public Category category() {
      return Category.RISK_STATEMENT;
    }
  }

  /** Whether a parent is referred to, known to or engaging with the core treatment service. */
  record TreatmentEngagement(CoreService coreService, List<Personal> substances)
      implements Content {
    public enum CoreService {
      REFERRED,
      KNOWN,
      ENGAGING,
      NOT_KNOWN
    }

    public TreatmentEngagement {
      substances = List.copyOf(substances);
    }

    @Override
    public Category category() {
      return Category.SUBSTANCE_ENGAGEMENT;
    }
  }

  /** What the treatment service did with a referral. */
  record ReferralProgress(
      Progress progress,
      Optional<Personal> reason,
      Optional<Personal> practitioner,
      Optional<LocalDate> jointVisit,
      Optional<LocalDate> exit)
      implements Content {
    public enum Progress {
      ACCEPTED,
      DECLINED,
      WAITING,
      EXITED
    }

    @Override
    public Category category() {
      return Category.SUBSTANCE_ENGAGEMENT;
    }
  }

  /** Prescribing and tests. */
  record Prescribing(Personal text) implements Content {
    @Override
    public Category category() {
      return Category.SUBSTANCE_CLINICAL;
    }
  }

  /** What was said in treatment: goals, disclosures. */
  record TreatmentContent(Personal text) implements Content {
    @Override
    public Category category() {
      return Category.SUBSTANCE_CONTENT;
    }
  }

  /** Whether and how somebody agreed. */
  record AgreementObtained(
      boolean obtained, Optional<Personal> by, Optional<LocalDate> on, Circumstances circumstances)
      implements Content {
    @Override
    public Category category() {
      return Category.CONSENT_RECORD;
    }
  }

  /** Another worker allocated to an adult of the family; its category is that of the service. */
  record OtherWorker(Service service, Personal worker, Optional<Personal> contact)
      implements Content {
    public enum Service {
      PROBATION(Category.OFFENCE),
      MENTAL_HEALTH(Category.MENTAL_HEALTH),
      DOMESTIC_ABUSE_VICTIM(Category.DA_VICTIM),
      DOMESTIC_ABUSE_PERPETRATOR(Category.DA_PERPETRATOR_ALLEGED);

      private final Category category;

      Service(Category category) {
        this.category = category;
      }
    }

    @Override
    public Category category() {
      return service.category;
    }
  }

  /** Free text or an attachment that nobody has classified: the most sensitive there is. */
  record Unclassified(Optional<Personal> fileName, String mediaType, byte[] bytes)
      implements Content {
    public Unclassified {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Unclassified that
          && fileName.equals(that.fileName)
          && mediaType.equals(that.mediaType)
          && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Objects.hash(fileName, mediaType, Arrays.hashCode(bytes));
    }

    @Override
    public Category category() {
      return Category.UNCLASSIFIED;
    }
  }
}
