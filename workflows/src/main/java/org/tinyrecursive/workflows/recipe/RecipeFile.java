package org.tinyrecursive.workflows.recipe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What one YAML file assigns, with lines. Only mappings and scalars are read; nothing is
 * constructed from tags.
 *
 * @param name as shown in messages
 * @param parent the recipe that it {@code extends}
 * @param assignments in the order of the file
 */
record RecipeFile(String name, Optional<String> parent, List<Assignment> assignments) {
  private static final String EXTENDS = "extends";

  RecipeFile {
    assignments = List.copyOf(assignments);
  }

  /**
   * Reads a recipe.
   *
   * @throws InputRefusedException naming file, line and key, if it is no mapping of known sections
   *     to values
   */
  static RecipeFile parse(String name, String yaml) {
    Node root = compose(name, yaml);
    Reader reader = new Reader(name);
    reader.read("", asMapping(root, name, "the file"));
    return new RecipeFile(name, reader.parent, reader.assignments);
  }

  private static Node compose(String name, String yaml) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setMaxAliasesForCollections(8).build();
    try {
      return new Compose(settings)
          .composeString(yaml)
          .orElseThrow(
              () -> new InputRefusedException(name + ": the file is empty, expected a recipe"));
    } catch (MarkedYamlEngineException broken) {
      throw new InputRefusedException(
          "%s:%d: not YAML: %s"
              .formatted(
                  name,
                  broken.getProblemMark().map(Mark::getLine).orElse(0) + 1,
                  broken.getProblem()),
          broken);
    } catch (YamlEngineException broken) {
      throw new InputRefusedException(name + ": not YAML: " + broken.getMessage(), broken);
    }
  }

  private static MappingNode asMapping(Node node, String file, String what) {
    if (node instanceof MappingNode mapping) {
      return mapping;
    }
    throw new InputRefusedException(
        "%s:%d: %s is %s, expected a mapping of keys to values"
            .formatted(file, line(node), what, kind(node)));
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static String kind(Node node) {
    return node instanceof ScalarNode scalar
        ? "'" + scalar.getValue() + "'"
        : node instanceof MappingNode ? "a mapping" : "a list";
  }

  private static final class Reader {
    private final String file;
    private final List<Assignment> assignments = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private Optional<String> parent = Optional.empty();

    Reader(String file) {
      this.file = file;
    }

    void read(String prefix, MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        Node keyNode = entry.getKeyNode();
        Node value = entry.getValueNode();
        if (!(keyNode instanceof ScalarNode scalarKey)) {
          throw new InputRefusedException(
              "%s:%d: a key is %s, expected a name".formatted(file, line(keyNode), kind(keyNode)));
        }
        String key = prefix + scalarKey.getValue();
        Integer earlier = lines.put(key, line(keyNode));
        if (earlier != null) {
          throw new InputRefusedException(
              "%s:%d: %s was already given in line %d; keep one"
                  .formatted(file, line(keyNode), key, earlier));
        }
        if (SettingSchema.RECIPE.isSection(key)) {
          read(key + ".", asMapping(value, file, key));
        } else {
          assign(key, line(keyNode), value);
        }
      }
    }

    private void assign(String key, int line, Node value) {
      boolean known = key.equals(EXTENDS) || SettingSchema.RECIPE.find(key).isPresent();
      if (!known) {
        throw new InputRefusedException(
            "%s:%d: unknown key %s; %s"
                .formatted(file, line, key, SettingSchema.RECIPE.suggestion(key)));
      }
      if (!(value instanceof ScalarNode scalar)) {
        throw new InputRefusedException(
            "%s:%d: %s is %s, expected one value".formatted(file, line, key, kind(value)));
      }
      if (key.equals(EXTENDS)) {
        parent = Optional.of(scalar.getValue());
        return;
      }
      Assignment.Style style =
          scalar.getScalarStyle() == ScalarStyle.PLAIN
              ? Assignment.Style.PLAIN
              : Assignment.Style.QUOTED;
      assignments.add(new Assignment(key, scalar.getValue(), style, Origin.line(file, line)));
    }
  }
}
