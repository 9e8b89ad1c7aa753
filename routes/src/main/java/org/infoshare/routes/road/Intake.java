package org.infoshare.routes.road;

import java.util.List;
import org.infoshare.model.CaseMessage;

/**
 * A message about to be accepted: the bytes as they came, what they mean, and what the case must remember of them.
 *
 * @param protectedValues every value in it by which somebody can be found
 */
public record Intake(Received received, CaseMessage message, List<ProtectedValue> protectedValues) {

  public Intake {
    protectedValues = List.copyOf(protectedValues);
  }
}
