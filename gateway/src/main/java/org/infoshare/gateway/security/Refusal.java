package org.infoshare.gateway.security;

import org.springframework.http.HttpStatus;

/** Why a call is turned away before any route sees it. The name is the stable code; the words say what to do. */
public enum Refusal {
  NO_TOKEN(
      HttpStatus.UNAUTHORIZED,
      "Not signed in",
      "Get an access token with your client credentials and send it as 'Authorization: Bearer'."),
  TOKEN_NOT_VALID(
      HttpStatus.UNAUTHORIZED,
      "The access token is not valid",
      "It has expired, was changed, or was not made for this gateway. Get a new one and send the message again."),
  OTHER_AGENCY(
      HttpStatus.FORBIDDEN,
      "The access token belongs to another agency",
      "An agency acts as itself only. Use your own address, or the token of the agency whose address this is."),
  NOT_ALLOWED(
      HttpStatus.FORBIDDEN,
      "You may not do this",
      "Your account does not have the role that this needs, or the page has expired. Reload it, or ask your administrator."),
  TOO_LARGE(
      HttpStatus.PAYLOAD_TOO_LARGE,
      "The message is too large",
      "Nothing of it was kept. Send fewer or smaller attachments."),
  NOT_RECEIVED(
      HttpStatus.SERVICE_UNAVAILABLE,
      "Not received",
      "Nothing of this message was kept. Send it again in a minute. For urgent concerns ring ");

  private final HttpStatus status;
  private final String title;
  private final String whatToDo;

  Refusal(HttpStatus status, String title, String whatToDo) {
    this.status = status;
    this.title = title;
    this.whatToDo = whatToDo;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /** @param emergencyTelephone told to a sender whose message was not received */
  String whatToDo(String emergencyTelephone) {
    return this == NOT_RECEIVED ? whatToDo + emergencyTelephone + "." : whatToDo;
  }
}
