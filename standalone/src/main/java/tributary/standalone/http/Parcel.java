package tributary.standalone.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/// A request as it is handed on.
final class Parcel {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final HttpServletRequest request;
    /// The whole body if it was kept; otherwise `null`.
    private final byte[] kept;

    private Parcel(HttpServletRequest request, byte[] kept) {
        this.request = request;
        this.kept = kept;
    }

    /// Its body is read while it is sent, whatever its size; it can be sent once.
    static Parcel streamed(HttpServletRequest request) {
        return new Parcel(request, hasBody(request) ? null : new byte[0]);
    }

    /// Its body is read before, up to what the resources take, and one byte more if there is, for them to refuse.
    static Parcel kept(HttpServletRequest request) throws IOException {
        return new Parcel(
                request, hasBody(request) ? request.getInputStream().readNBytes(BodyBound.LARGEST + 1) : new byte[0]);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /// Whether doing it twice is as good as once.
    boolean isSafe() {
        return SAFE.contains(request.getMethod());
    }

    /// The request, to be read from its beginning.
    HttpServletRequest request() {
        return kept == null ? request : new Again(request, kept);
    }

    boolean isStreamed() {
        return kept == null;
    }

    /// In bytes; -1 if it is not known.
    long length() {
        return kept == null ? request.getContentLengthLong() : kept.length;
    }

    InputStream body() throws IOException {
        return kept == null ? request.getInputStream() : new ByteArrayInputStream(kept);
    }

    /// A request whose body was read already.
    private static final class Again extends HttpServletRequestWrapper {
        private final byte[] body;

        Again(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Body(new ByteArrayInputStream(body));
        }
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is there already");
        }
    }
}
