package org.tinyrecursive.modeltf.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one definition of a setting, on the record component that holds it: its key in files, its
 * meaning, its default. Reading, validation, {@code trm config explain} and the documentation all
 * derive from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** The key in YAML and in {@code --set}: the published name. */
  String key();

  /** What it means, with unit and range. */
  String help();

  /** The default as it would be written in YAML; empty where the setting must be given. */
  String value() default "";
}
