package org.tinyrecursive.modeltf.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tensorflow.DeviceSpec;
import org.tensorflow.DeviceSpec.DeviceType;
import org.tensorflow.op.Ops;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A device of this machine.
 *
 * @param kind CPU or GPU
 * @param index from 0; all CPU devices share the cores of the machine
 */
public record Device(Kind kind, int index) {
  /** The processor as one device. */
  public static final Device CPU = new Device(Kind.CPU, 0);

  private static final Pattern NAME = Pattern.compile("(cpu|gpu):(\\d{1,2})");

  /** Sorts of devices. */
  public enum Kind {
    CPU,
    GPU
  }

  public Device {
    if (index < 0) {
      throw new IllegalArgumentException("device index is " + index + ", allowed: 0 and above");
    }
  }

  /**
   * Reads a list such as {@code cpu:0,cpu:1}.
   *
   * @throws InputRefusedException if an entry is no device, is named twice, or sorts are mixed
   */
  public static List<Device> parseList(String text) {
    List<Device> devices = new ArrayList<>();
    for (String name : text.split(",", -1)) {
      Matcher matcher = NAME.matcher(name.strip().toLowerCase(Locale.ROOT));
      if (!matcher.matches()) {
        throw new InputRefusedException(
            "--devices is %s: '%s' is no device; give a list such as cpu:0,cpu:1 or gpu:0,gpu:1"
                .formatted(text, name.strip()));
      }
      Kind kind = Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
      Device device = new Device(kind, Integer.parseInt(matcher.group(2)));
      if (devices.contains(device)) {
        throw new InputRefusedException(
            "--devices is %s: %s is named twice; name each device once".formatted(text, device));
      }
      if (!devices.isEmpty() && devices.get(0).kind() != kind) {
        throw new InputRefusedException(
            "--devices is %s: %s beside %s; give devices of one sort, for all make the same share of a step"
                .formatted(text, device, devices.get(0)));
      }
      devices.add(device);
    }
    return List.copyOf(devices);
  }

  /** The same operations, on this device. */
  Ops on(Ops tf) {
    DeviceType type = kind == Kind.GPU ? DeviceType.GPU : DeviceType.CPU;
    return tf.withDevice(DeviceSpec.newBuilder().deviceType(type).deviceIndex(index).build());
  }

  /** The name that TensorFlow gives it. */
  String path() {
    return "/device:" + kind + ":" + index;
  }

  /** The name in options, such as {@code cpu:1}. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + index;
  }
}
