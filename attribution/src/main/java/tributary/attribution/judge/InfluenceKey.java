package tributary.attribution.judge;

/// What influenced: an asset, a UTM value or a keyword (UMI-4), packed into one number.
public final class InfluenceKey {
    private static final int SHIFT = 29;
    private static final int NUMBER = (1 << SHIFT) - 1;
    private static final int UTM = 1 << SHIFT;
    private static final int KEYWORD = 2 << SHIFT;

    private InfluenceKey() {}

    /// Of a catalog asset, by its number.
    public static int asset(int asset) {
        return asset;
    }

    /// Of a UTM value, by its number in the catalog.
    public static int utm(int utm) {
        return UTM | utm;
    }

    /// Of a keyword, by its number in the catalog.
    public static int keyword(int keyword) {
        return KEYWORD | keyword;
    }

    public static boolean isUtm(int key) {
        return (key & ~NUMBER) == UTM;
    }

    public static boolean isKeyword(int key) {
        return (key & ~NUMBER) == KEYWORD;
    }

    /// The number within its kind.
    public static int number(int key) {
        return key & NUMBER;
    }
}
