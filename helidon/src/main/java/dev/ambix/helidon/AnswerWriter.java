package dev.ambix.helidon;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataWriter;
import java.nio.charset.StandardCharsets;

/// What a connection sends: the answer to HEAD ends with its headers, whatever a handler sends
/// after them (RFC 9110, section 9.3.2).
final class AnswerWriter implements DataWriter {
  private static final String END = "\r\n\r\n";
  private static final String INTERIM = "HTTP/1.1 1";

  private final DataWriter inner;
  private final Runnable writing;
  private boolean head;
  private boolean ended;

  /// @param writing is told before each write
  AnswerWriter(DataWriter inner, Runnable writing) {
    this.inner = inner;
    this.writing = writing;
  }

  void requestBegins(boolean isHead) {
    head = isHead;
    ended = false;
  }

  @Override
  public void write(BufferData... buffers) {
    write(BufferData.create(buffers));
  }

  @Override
  public void write(BufferData buffer) {
    inner.write(withoutBody(buffer));
  }

  @Override
  public void writeNow(BufferData... buffers) {
    writeNow(BufferData.create(buffers));
  }

  @Override
  public void writeNow(BufferData buffer) {
    inner.writeNow(withoutBody(buffer));
  }

  private BufferData withoutBody(BufferData buffer) {
    writing.run();
    if (!head) {
      return buffer;
    }
    if (ended) {
      return BufferData.empty();
    }
    var text = buffer.readString(buffer.available(), StandardCharsets.ISO_8859_1);
    int end = text.indexOf(END);
    if (end >= 0 && !text.startsWith(INTERIM)) {
      ended = true;
      text = text.substring(0, end + END.length());
    }
    return BufferData.create(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void flush() {
    inner.flush();
  }

  @Override
  public void close() {
    inner.close();
  }
}
