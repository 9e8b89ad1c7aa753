package org.infoshare.gateway.governance;

import jakarta.validation.constraints.NotBlank;

/**
 * What somebody wrote into the form of a table or an agreement.
 *
 * @param content as YAML or JSON
 * @param revision that the form showed
 */
record Draft(
    @NotBlank(message = "Enter the whole content") String content,
    @NotBlank(message = "Enter why it is changed") String reason,
    String revision) {

  Draft {
    content = content == null ? "" : content;
    reason = reason == null ? "" : reason.strip();
    revision = revision == null ? "" : revision;
  }
}
