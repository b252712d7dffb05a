package tributary.benchmarks.encoding;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.TokenStreamFactory;

/// A list of lists without names, in one of Jackson's formats, written and read by its streams.
final class JacksonRows extends Rows {
    private final String name;
    private final TokenStreamFactory format;

    JacksonRows(String name, TokenStreamFactory format) {
        this.name = name;
        this.format = format;
    }

    @Override
    public String name() {
        return name + " rows, zstd 3";
    }

    @Override
    byte[] write(List<Parts> rows) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        try (var out = format.createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartArray();
            for (var row : rows) write(row, out);
            out.writeEndArray();
        }
        return bytes.toByteArray();
    }

    private static void write(Parts row, JsonGenerator out) {
        out.writeStartArray();
        out.writeNumber(row.micros());
        out.writeBoolean(row.byAddress());
        for (var text : row.texts())
            if (text == null) out.writeNull();
            else out.writeString(text);
        out.writeEndArray();
    }

    @Override
    List<Parts> read(byte[] body) {
        var rows = new ArrayList<Parts>();
        try (var in = format.createParser(ObjectReadContext.empty(), body)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_ARRAY) rows.add(row(in));
        }
        return rows;
    }

    private static Parts row(JsonParser in) {
        in.nextToken();
        long micros = in.getLongValue();
        boolean byAddress = in.nextToken() == JsonToken.VALUE_TRUE;
        var texts = new String[Parts.NAMES.length];
        for (int i = 0; i < texts.length; i++)
            texts[i] = in.nextToken() == JsonToken.VALUE_NULL ? null : in.getString();
        in.nextToken();
        return new Parts(micros, byAddress, texts);
    }
}
