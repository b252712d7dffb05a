package tributary.standalone.sample;

import java.util.Map;

/// A page, form, email, … of the sample company.
///
/// @param path where it lies on the company's site; `null` unless it is a page
record SampleAsset(String type, String id, String name, String path) {
    private static final String SITE = "https://www.lumendesk.example";

    static SampleAsset page(String type, String path, String name) {
        return new SampleAsset(type, path.substring(1).replace('/', '-'), name, path);
    }

    static SampleAsset thing(String type, String id, String name) {
        return new SampleAsset(type, id, name, null);
    }

    Map<String, Object> reference() {
        return Map.of("type", type, "id", id);
    }

    String url() {
        return SITE + path;
    }
}
