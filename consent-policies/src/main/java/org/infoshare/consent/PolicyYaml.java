package org.infoshare.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads and writes the YAML that IG leads edit: anchors are followed, but not round in a circle; a
 * key that stands twice is an error, and a date stays the text that was written.
 */
public final class PolicyYaml {

  /** Far more nodes than a table has; a few anchors in each other can stand for millions. */
  private static final int TABLE = 100_000;

  private static final int MANY_CASES = 10_000_000;

  private static final JsonMapper BY_NAME =
      PolicyJson.mapper().rebuild().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  private PolicyYaml() {}

  /**
   * @throws YAMLException if the text is not YAML, a key stands twice, or an anchor leads back to
   *     itself or to more than anybody could read
   */
  public static JsonNode read(String text) {
    return read(text, options(), TABLE);
  }

  /** As {@link #read}, of a text that no stranger wrote, and of any length. */
  public static JsonNode readLong(String text) {
    LoaderOptions options = options();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return read(text, options, MANY_CASES);
  }

  private static JsonNode read(String text, LoaderOptions options, int nodes) {
    Yaml yaml = yaml(new DumperOptions(), options);
    // Without an alias nothing can lead anywhere.
    if (text.indexOf('*') >= 0) {
      composed(yaml, text, nodes);
    }
    return PolicyJson.mapper().valueToTree(yaml.load(text));
  }

  /** As read again, it is the same. Names stand in alphabetical order, lists of words in one line. */
  public static String write(JsonNode content) {
    return written(content, FlowStyle.AUTO);
  }

  /** The same with each entry of each list in a line of its own. */
  public static String writeLineByLine(JsonNode content) {
    return written(content, FlowStyle.BLOCK);
  }

  private static String written(JsonNode content, FlowStyle style) {
    var dumper = new DumperOptions();
    dumper.setDefaultFlowStyle(style);
    dumper.setWidth(100);
    dumper.setIndicatorIndent(2);
    dumper.setIndentWithIndicator(true);
    return yaml(dumper, options()).dump(BY_NAME.convertValue(content, Object.class));
  }

  /**
   * Where everything stands: the line, counted from 1, by path, for example {@code $.areas[0]}.
   *
   * @throws YAMLException as {@link #read}
   */
  public static Map<String, Integer> lines(String text) {
    var lines = new LinkedHashMap<String, Integer>();
    Node root = composed(yaml(new DumperOptions(), options()), text, TABLE);
    if (root != null) {
      locate("$", root, lines);
    }
    return lines;
  }

  /** What is wrong, for whoever wrote it, with the line where that is known. */
  public static String fault(YAMLException e) {
    if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
      String context = marked.getContext() == null ? "" : marked.getContext() + ", ";
      return "Line %d: this cannot be read as YAML (%s%s)"
          .formatted(marked.getProblemMark().getLine() + 1, context, marked.getProblem());
    }
    return "This cannot be read as YAML or JSON";
  }

  private static Node composed(Yaml yaml, String text, int nodes) {
    Node root = yaml.compose(new StringReader(text));
    if (root != null) {
      new Walk(nodes).through(root);
    }
    return root;
  }

  private static void locate(String path, Node node, Map<String, Integer> lines) {
    lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
          String of = path + "." + key.getValue();
          lines.put(of, key.getStartMark().getLine() + 1);
          locate(of, entry.getValueNode(), lines);
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        locate(path + "[" + i + "]", sequence.getValue().get(i), lines);
      }
    }
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    // How far aliases lead, the walk along them finds out.
    options.setMaxAliasesForCollections(Integer.MAX_VALUE);
    return options;
  }

  private static Yaml yaml(DumperOptions dumper, LoaderOptions options) {
    return new Yaml(
        new SafeConstructor(options), new Representer(dumper), dumper, options, new WithoutDates());
  }

  private static final class WithoutDates extends Resolver {

    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
      addImplicitResolver(Tag.INT, INT, "-+0123456789");
      addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
      addImplicitResolver(Tag.MERGE, MERGE, "<");
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
