package org.tinyrecursive.modeltf.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The few {@code tensorflow.Event} messages that scalars need, in protobuf's wire format. */
final class EventMessage {
  // Event
  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION_LOG = 7;
  // SessionLog
  private static final int STATUS = 1;
  private static final int STATUS_START = 1;
  // Summary and Summary.Value
  private static final int VALUE = 1;
  private static final int TAG = 1;
  private static final int SIMPLE_VALUE = 2;

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private EventMessage() {}

  static byte[] fileVersion(double wallTime) {
    return new EventMessage()
        .fixed64(WALL_TIME, wallTime)
        .bytes(FILE_VERSION, "brain.Event:2".getBytes(StandardCharsets.UTF_8))
        .toBytes();
  }

  static byte[] sessionStart(double wallTime, long step) {
    return new EventMessage()
        .fixed64(WALL_TIME, wallTime)
        .varint(STEP, step)
        .bytes(SESSION_LOG, new EventMessage().varint(STATUS, STATUS_START).toBytes())
        .toBytes();
  }

  static byte[] scalars(double wallTime, long step, Map<String, Float> values) {
    EventMessage summary = new EventMessage();
    values.forEach(
        (tag, value) ->
            summary.bytes(
                VALUE,
                new EventMessage()
                    .bytes(TAG, tag.getBytes(StandardCharsets.UTF_8))
                    .fixed32(SIMPLE_VALUE, value)
                    .toBytes()));
    return new EventMessage()
        .fixed64(WALL_TIME, wallTime)
        .varint(STEP, step)
        .bytes(SUMMARY, summary.toBytes())
        .toBytes();
  }

  private EventMessage varint(int field, long value) {
    raw((long) field << 3 | VARINT);
    raw(value);
    return this;
  }

  private EventMessage fixed64(int field, double value) {
    raw((long) field << 3 | FIXED64);
    out.writeBytes(
        ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array());
    return this;
  }

  private EventMessage fixed32(int field, float value) {
    raw((long) field << 3 | FIXED32);
    out.writeBytes(
        ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value).array());
    return this;
  }

  private EventMessage bytes(int field, byte[] value) {
    raw((long) field << 3 | BYTES);
    raw(value.length);
    out.writeBytes(value);
    return this;
  }

  private void raw(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private byte[] toBytes() {
    return out.toByteArray();
  }
}
