package org.infoshare.gateway.security;

import org.springframework.http.HttpStatus;

/**
 * Why a call is turned away before any route sees it. The name is the stable code; the words say
 * what to do.
 */
public enum Refusal {
  NO_TOKEN(
      HttpStatus.UNAUTHORIZED,
      "Not signed in",
      "Get an access token with your client credentials and send it as 'Authorization: Bearer'."),
  TOKEN_NOT_VALID(
      HttpStatus.UNAUTHORIZED,
      "The access token is not valid",
      "It has expired, was changed, or was not made for this gateway. Get a new one and send the"
          + " message again."),
  OTHER_AGENCY(
      HttpStatus.FORBIDDEN,
      "The access token belongs to another agency",
      "An agency acts as itself only. Use your own address, or the token of the agency whose"
          + " address this is."),
  NOT_ALLOWED(
      HttpStatus.FORBIDDEN,
      "You may not do this",
      "Your account does not have the role that this needs, or the page has expired. Reload it, or"
          + " ask your administrator."),
  TOO_LARGE(
      HttpStatus.PAYLOAD_TOO_LARGE,
      "The message is too large",
      "Nothing of it was kept. Send fewer or smaller attachments. For urgent concerns ring "),
  NOT_WELL_FORMED(
      HttpStatus.BAD_REQUEST,
      "The message cannot be read",
      "It is not well-formed XML, or it has a document type or entities, which are not taken. Mend"
          + " it and send it again. For urgent concerns ring "),
  NOT_UNDERSTOOD(
      HttpStatus.BAD_REQUEST,
      "The message is not understood",
      "Send what the contract names, in its media type: an operation of the WSDL in a SOAP 1.2"
          + " envelope, or JSON. For urgent concerns ring "),
  NOT_FOUND(
      HttpStatus.NOT_FOUND,
      "There is nothing at this address",
      "Compare the address with the contract."),
  FAULT(
      HttpStatus.INTERNAL_SERVER_ERROR,
      "A fault of the gateway",
      "If this was a message, it was not received: send it again in a minute. For urgent concerns"
          + " ring "),
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

  /** Whether the sender did nothing wrong. */
  boolean isOurs() {
    return this == NOT_RECEIVED || this == FAULT;
  }

  HttpStatus status() {
    return status;
  }

  String title() {
    return title;
  }

  /**
   * @param emergencyTelephone told to a sender whose message was not received, or could not be read
   */
  String whatToDo(String emergencyTelephone) {
    return whatToDo.endsWith(" ring ") ? whatToDo + emergencyTelephone + "." : whatToDo;
  }
}
