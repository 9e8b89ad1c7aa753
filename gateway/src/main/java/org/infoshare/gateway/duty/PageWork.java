package org.infoshare.gateway.duty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.gateway.GatewaySettings;
import org.infoshare.gateway.ledger.Notice;
import org.infoshare.gateway.ledger.Notice.Waiting;
import org.infoshare.gateway.ledger.Notices;
import org.infoshare.gateway.ledger.Page;
import org.infoshare.gateway.ledger.Page.ToTell;
import org.infoshare.gateway.ledger.Pages;
import org.infoshare.gateway.operations.Wording;
import org.infoshare.routes.road.LaneWork;
import org.infoshare.routes.road.Ledger;
import org.infoshare.routes.road.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;

/**
 * Tells the next duty address of an immediate risk, or a duty address of what waits for a person. A mail server that is down is tried again for
 * as long as it takes; after an answer nobody more is told.
 */
final class PageWork implements LaneWork {

  private static final Logger log = LoggerFactory.getLogger(PageWork.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Pages pages;
  private final Notices notices;
  private final Ledger ledger;
  private final DutyMail mail;
  private final GatewaySettings.Duty duty;
  private final Wording words;

  PageWork(
      Pages pages, Notices notices, Ledger ledger, DutyMail mail, GatewaySettings.Duty duty, Wording words) {
    this.pages = pages;
    this.notices = notices;
    this.ledger = ledger;
    this.mail = mail;
    this.duty = duty;
    this.words = words;
  }

  @Override
  public void run(UUID ref, Turn turn) {
    Optional<Page> page = pages.find(ref).filter(found -> !found.answered());
    if (page.isPresent()) {
      tell(page.get(), turn);
      return;
    }
    notices
        .find(ref)
        .filter(notice -> !notice.waiting().isEmpty())
        .ifPresentOrElse(notice -> tell(notice, turn), () -> ledger.nothingToDo(turn));
  }

  private void tell(Page page, Turn turn) {
    List<String> addresses = duty.addresses();
    String address = addresses.get((page.number() - 1) % addresses.size());
    try {
      mail.send(address, subject(page), text(page));
      pages.sent(turn, page.id(), address);
    } catch (MailException e) {
      log.warn("page {} of escalation {}: MAIL_NOT_SENT", page.number(), page.escalation());
      pages.failed(turn, page.id(), "MAIL_NOT_SENT", pause(turn.tries()));
    }
  }

  private void tell(Notice notice, Turn turn) {
    // Fewer addresses may be set now than when it was queued.
    String address = duty.addresses().get((notice.number() - 1) % duty.addresses().size());
    try {
      mail.send(address, "Gateway: something waits for a person", text(notice));
      pages.sent(turn, notice.page(), address);
    } catch (MailException e) {
      log.warn("notice {} to duty address {}: MAIL_NOT_SENT", notice.notice(), notice.number());
      pages.failed(turn, notice.page(), "MAIL_NOT_SENT", pause(turn.tries()));
    }
  }

  private String text(Notice notice) {
    return """
    Something that the information sharing gateway carries does not go on by itself, and waits for a person:

    %s
    Log in and see to it:
    %s

    You are told once of each. It stands on that page until somebody has seen to it.
    """
        .formatted(
            notice.waiting().stream().map(this::line).collect(Collectors.joining()), duty.page());
  }

  private String line(Waiting waiting) {
    return "- %s%s%s\n"
        .formatted(
            words.attention(waiting.kind()),
            waiting.count() == 1 ? "" : ", %d times".formatted(waiting.count()),
            waiting.immediate() == 0 ? "" : ". IMMEDIATE RISK");
  }

  private static Duration pause(int tries) {
    Duration doubled = Duration.ofSeconds(2L << Math.min(tries, 5));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private static String subject(Page page) {
    return page.refused()
        ? "High risk in a message that was refused: answer needed"
        : "Immediate risk: answer needed";
  }

  private static String what(Page page) {
    return page.refused()
        ? """
        The information sharing gateway has refused a message that says somebody is at immediate or
        red risk: its id was used before, for another message. Nothing of it goes to anybody.

        Log in, look at both, ring its sender, and say that you have it:\
        """
        : """
        The information sharing gateway has taken in a message that says somebody is at immediate risk.

        Log in, read it, and say that you have it:\
        """;
  }

  private String text(Page page) {
    return """
    %s
    %s
    %s
    Escalation: %s
    Told so far: %d time(s). Until a named person answers on that page, the next duty address is told
    every %d minutes.
    """
        .formatted(
            what(page),
            duty.page(),
            toTell(page.toTell()),
            page.escalation(),
            page.number(),
            duty.answerWithin().toMinutes());
  }

  /** What is owed with it and has no place in the recipient's form: by code, and about nobody. */
  private String toTell(List<ToTell> toTell) {
    return toTell.isEmpty()
        ? ""
        : toTell.stream()
            .map(
                one ->
                    "- %s: %s (%s)\n"
                        .formatted(
                            words.recipient(one.recipient()), words.code(one.owed()), one.owed()))
            .collect(
                Collectors.joining(
                    "", "\nIts system has no place for this. Ring the recipient and tell it:\n", ""));
  }
}
