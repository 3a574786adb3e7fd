package org.tinyrecursive.modeltf.workers;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What workers tell each other before anything else, to be sure that they mean the same run.
 *
 * @param version of these messages
 * @param worker who speaks
 * @param token of the run
 * @param facts that must be the same for all workers, by name
 */
record Greeting(int version, int worker, String token, Map<String, String> facts) {
  /** Raised when messages change: other versions are refused. */
  static final int VERSION = 1;

  /** First of all bytes; whoever does not send them is no worker. */
  private static final int MAGIC = 0x54524D57;

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    try {
      out.writeInt(MAGIC);
      out.writeInt(version);
      out.writeInt(worker);
      out.writeUTF(token);
      out.writeInt(facts.size());
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        out.writeUTF(fact.getKey());
        out.writeUTF(fact.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * What another process said.
   *
   * @throws IOException if it is no worker, or one of another version
   */
  static Greeting parse(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    if (in.readInt() != MAGIC) {
      throw new IOException("it is no worker of this program");
    }
    int version = in.readInt();
    if (version != VERSION) {
      throw new IOException(
          "it speaks version %d of the workers' protocol, this program %d; run the same program everywhere"
              .formatted(version, VERSION));
    }
    int worker = in.readInt();
    String token = in.readUTF();
    Map<String, String> facts = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      facts.put(in.readUTF(), in.readUTF());
    }
    return new Greeting(version, worker, token, facts);
  }

  /**
   * Refuses a worker of another run.
   *
   * @param name of the other worker, for messages
   * @throws InputRefusedException naming both values of the first fact that differs
   */
  void check(Greeting other, String name) {
    if (!MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), other.token.getBytes(StandardCharsets.UTF_8))) {
      throw new InputRefusedException(
          "%s gives another token than this worker; set the same TRM_WORKERS_TOKEN for all"
              .formatted(name));
    }
    facts.forEach(
        (fact, mine) -> {
          String theirs = other.facts.get(fact);
          if (!mine.equals(theirs)) {
            throw new InputRefusedException(
                "%s has %s %s, worker %d has %s; start all workers alike"
                    .formatted(name, fact, theirs, worker, mine));
          }
        });
  }
}
