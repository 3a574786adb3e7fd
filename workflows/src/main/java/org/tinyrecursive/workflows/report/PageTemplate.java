package org.tinyrecursive.workflows.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Fills in pages that need nothing else: what a page shows and runs is put into it. */
public final class PageTemplate {
  /** Folder of the templates on the class path; those of a task lie in one of their own below. */
  public static final String FOLDER = "org/tinyrecursive/workflows/report/";

  private PageTemplate() {}

  /**
   * A page with its values filled in; a value that the template names and the model lacks is an
   * error.
   *
   * @param folder on the class path, with a slash at its end
   * @param name of the template in it
   */
  public static String render(String folder, String name, Map<String, Object> model) {
    ClasspathLoader loader = new ClasspathLoader(PageTemplate.class.getClassLoader());
    loader.setPrefix(folder);
    StringWriter page = new StringWriter();
    try {
      new PebbleEngine.Builder()
          .loader(loader)
          .strictVariables(true)
          .defaultLocale(Locale.ROOT)
          .build()
          .getTemplate(name)
          .evaluate(page, model);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return page.toString();
  }

  /** JSON that cannot end the script element it stands in. */
  public static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }

  /** Text of a file on the class path. */
  public static String resource(String name) {
    try (InputStream in = PageTemplate.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
