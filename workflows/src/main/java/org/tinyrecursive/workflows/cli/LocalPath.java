package org.tinyrecursive.workflows.cli;

import java.nio.file.Path;
import org.tinyrecursive.transforms.FileSpec;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads a path of this machine. An address such as {@code gs://bucket/folder} would be taken for
 * the folder {@code gs:} here: it is refused, and what can be done instead is said.
 */
final class LocalPath implements ITypeConverter<Path> {
  @Override
  public Path convert(String value) {
    if (!FileSpec.isLocal(value)) {
      throw new TypeConversionException(
          "%s is not on this machine, expected a local path; `gcloud storage cp -r` copies from and to gs://"
              .formatted(value));
    }
    return Path.of(value);
  }
}
