package tributary.benchmarks.encoding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/// Avro's binary form of an array of records, without a schema before each batch.
final class AvroRows extends Rows {
    private static final Schema ROW = row();
    private static final Schema ROWS = Schema.createArray(ROW);

    private final GenericDatumWriter<List<GenericRecord>> writer = new GenericDatumWriter<>(ROWS);
    private final GenericDatumReader<List<GenericRecord>> reader = new GenericDatumReader<>(ROWS);

    private static Schema row() {
        var fields =
                SchemaBuilder.record("Interaction").fields().requiredLong("at").requiredBoolean("byAddress");
        for (var name : Parts.NAMES) fields = fields.optionalString(name);
        var row = fields.endRecord();
        row.getFields().stream()
                .filter(field -> field.schema().isUnion())
                .forEach(field ->
                        GenericData.setStringType(field.schema().getTypes().get(1), GenericData.StringType.String));
        return row;
    }

    @Override
    public String name() {
        return "Avro rows, zstd 3";
    }

    @Override
    byte[] write(List<Parts> rows) throws IOException {
        var records = new ArrayList<GenericRecord>(rows.size());
        for (var row : rows) {
            var record = new GenericData.Record(ROW);
            record.put(0, row.micros());
            record.put(1, row.byAddress());
            for (int i = 0; i < row.texts().length; i++) record.put(2 + i, row.texts()[i]);
            records.add(record);
        }
        var bytes = new ByteArrayOutputStream(1 << 16);
        var out = EncoderFactory.get().binaryEncoder(bytes, null);
        writer.write(records, out);
        out.flush();
        return bytes.toByteArray();
    }

    @Override
    List<Parts> read(byte[] body) throws IOException {
        var rows = new ArrayList<Parts>();
        for (var record : reader.read(null, DecoderFactory.get().binaryDecoder(body, null))) {
            var texts = new String[Parts.NAMES.length];
            for (int i = 0; i < texts.length; i++) texts[i] = (String) record.get(2 + i);
            rows.add(new Parts((Long) record.get(0), (Boolean) record.get(1), texts));
        }
        return rows;
    }
}
