package org.infoshare.gateway.governance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a second person finds of an override. Where only a part of it stands, it is not upheld, and
 * what stands is released at the desk.
 *
 * @param finding {@code upheld} or {@code not_upheld}
 * @param reason why; stands in the record
 * @param consulted whom they consulted, if anybody
 * @param dissent who was of another mind, if anybody
 */
record ReviewFinding(
    @Pattern(regexp = "upheld|not_upheld", message = "Say whether it is upheld") String finding,
    @NotBlank(message = "Enter a reason")
        @Size(max = 2000, message = "The reason must be 2,000 characters or fewer")
        String reason,
    @Size(max = 2000, message = "Who was consulted must be 2,000 characters or fewer")
        String consulted,
    @Size(max = 2000, message = "Who was of another mind must be 2,000 characters or fewer")
        String dissent) {

  ReviewFinding {
    finding = finding == null ? "" : finding;
    reason = reason == null ? "" : reason.strip();
    consulted = consulted == null ? "" : consulted.strip();
    dissent = dissent == null ? "" : dissent.strip();
  }

  boolean upheld() {
    return finding.equals("upheld");
  }
}
