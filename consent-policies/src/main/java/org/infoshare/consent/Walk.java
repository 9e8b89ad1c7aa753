package org.infoshare.consent;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Once through a document along its aliases, as whoever follows them would have to go. */
final class Walk {

  private final Set<Node> within = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int most;
  private int seen;

  /**
   * @param most as many nodes may be met on the way
   */
  Walk(int most) {
    this.most = most;
  }

  /**
   * @throws MarkedYAMLException if an anchor leads back to itself, or there is no end to be seen
   */
  void through(Node node) {
    seen++;
    if (seen > most) {
      throw new Endless("with all its anchors followed it is too long", node.getStartMark());
    }
    if (!within.add(node)) {
      throw new Endless("an anchor refers to itself", node.getStartMark());
    }
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              entry -> {
                through(entry.getKeyNode());
                through(entry.getValueNode());
              });
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(this::through);
    }
    within.remove(node);
  }

  private static final class Endless extends MarkedYAMLException {

    private static final long serialVersionUID = 1L;

    private Endless(String problem, Mark where) {
      super(null, null, problem, where);
    }
  }
}
