package org.infoshare.gateway.duty;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infoshare.gateway.GatewaySettings;
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
 * Tells the next duty address of an immediate risk. A mail server that is down is tried again for
 * as long as it takes; after an answer nobody more is told.
 */
final class PageWork implements LaneWork {

  private static final Logger log = LoggerFactory.getLogger(PageWork.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Pages pages;
  private final Ledger ledger;
  private final DutyMail mail;
  private final GatewaySettings.Duty duty;
  private final Wording words;

  PageWork(Pages pages, Ledger ledger, DutyMail mail, GatewaySettings.Duty duty, Wording words) {
    this.pages = pages;
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
    } else {
      ledger.nothingToDo(turn);
    }
  }

  private void tell(Page page, Turn turn) {
    List<String> addresses = duty.addresses();
    String address = addresses.get((page.number() - 1) % addresses.size());
    try {
      mail.send(address, "Immediate risk: answer needed", text(page));
      pages.sent(turn, page.id(), address);
    } catch (MailException e) {
      log.warn("page {} of escalation {}: MAIL_NOT_SENT", page.number(), page.escalation());
      pages.failed(turn, page.id(), "MAIL_NOT_SENT", pause(turn.tries()));
    }
  }

  private static Duration pause(int tries) {
    Duration doubled = Duration.ofSeconds(2L << Math.min(tries, 5));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private String text(Page page) {
    return """
    The information sharing gateway has taken in a message that says somebody is at immediate risk.

    Log in, read it, and say that you have it:
    %s
    %s
    Escalation: %s
    Told so far: %d time(s). Until a named person answers on that page, the next duty address is told
    every %d minutes.
    """
        .formatted(
            duty.page(), toTell(page.toTell()), page.escalation(), page.number(), duty.answerWithin().toMinutes());
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
