package se.knutpunkt.eforms.field;

/**
 * The grid SWEREF 99 TM, by Lantmäteriet's formulas for Gauss conformal projection (Gauss–Krüger, GRS 80, central meridian
 * 15°, scale 0.9996). SWEREF 99 and WGS 84 differ by less than a metre, which is nothing to a place that somebody points
 * out.
 */
final class Sweref {

    private static final double AXIS = 6_378_137.0;
    private static final double FLATTENING = 1 / 298.257222101;
    private static final double MERIDIAN = Math.toRadians(15);
    private static final double SCALE = 0.9996;
    private static final double FALSE_EASTING = 500_000;

    private static final double N = FLATTENING / (2 - FLATTENING);
    private static final double E2 = FLATTENING * (2 - FLATTENING);
    private static final double RADIUS = SCALE * AXIS / (1 + N) * (1 + Math.pow(N, 2) / 4 + Math.pow(N, 4) / 64);

    /** Coefficients of powers of the sine of the latitude, and of multiples of the angles in the grid. */
    private static final double[] TO_SPHERE = {
        E2, (5 * e(2) - e(3)) / 6, (104 * e(3) - 45 * e(4)) / 120, 1237 * e(4) / 1260
    };

    private static final double[] FROM_SPHERE = {
        E2 + e(2) + e(3) + e(4),
        -(7 * e(2) + 17 * e(3) + 30 * e(4)) / 6,
        (224 * e(3) + 889 * e(4)) / 120,
        -4279 * e(4) / 1260
    };

    private static final double[] TO_GRID = {
        N / 2 - 2 * n(2) / 3 + 5 * n(3) / 16 + 41 * n(4) / 180,
        13 * n(2) / 48 - 3 * n(3) / 5 + 557 * n(4) / 1440,
        61 * n(3) / 240 - 103 * n(4) / 140,
        49_561 * n(4) / 161_280
    };

    private static final double[] FROM_GRID = {
        -(N / 2 - 2 * n(2) / 3 + 37 * n(3) / 96 - n(4) / 360),
        -(n(2) / 48 + n(3) / 15 - 437 * n(4) / 1440),
        -(17 * n(3) / 480 - 37 * n(4) / 840),
        -4397 * n(4) / 161_280
    };

    private Sweref() {}

    /**
     * A place in the grid.
     *
     * @param north metres from the equator
     * @param east metres, 500 000 at the meridian 15° east
     */
    record Grid(double north, double east) {}

    /**
     * A place on the ellipsoid, in degrees.
     *
     * @param latitude north is positive
     * @param longitude east is positive
     */
    record Geographic(double latitude, double longitude) {}

    static Grid grid(Geographic place) {
        double latitude = Math.toRadians(place.latitude());
        double longitude = Math.toRadians(place.longitude()) - MERIDIAN;
        double onSphere = latitude - correction(latitude, TO_SPHERE);
        double xi = Math.atan2(Math.tan(onSphere), Math.cos(longitude));
        double eta = atanh(Math.cos(onSphere) * Math.sin(longitude));
        return new Grid(RADIUS * northward(xi, eta, TO_GRID), RADIUS * eastward(xi, eta, TO_GRID) + FALSE_EASTING);
    }

    static Geographic geographic(Grid place) {
        double north = place.north() / RADIUS;
        double east = (place.east() - FALSE_EASTING) / RADIUS;
        double xi = northward(north, east, FROM_GRID);
        double eta = eastward(north, east, FROM_GRID);
        double onSphere = Math.asin(Math.sin(xi) / Math.cosh(eta));
        double longitude = Math.atan2(Math.sinh(eta), Math.cos(xi)) + MERIDIAN;
        return new Geographic(Math.toDegrees(onSphere + correction(onSphere, FROM_SPHERE)), Math.toDegrees(longitude));
    }

    private static double correction(double latitude, double[] coefficients) {
        double sine = Math.sin(latitude);
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += coefficients[i] * Math.pow(sine, 2.0 * i);
        }
        return sine * Math.cos(latitude) * sum;
    }

    private static double northward(double xi, double eta, double[] coefficients) {
        double sum = xi;
        for (int i = 0; i < coefficients.length; i++) {
            double times = 2.0 * (i + 1);
            sum += coefficients[i] * Math.sin(times * xi) * Math.cosh(times * eta);
        }
        return sum;
    }

    private static double eastward(double xi, double eta, double[] coefficients) {
        double sum = eta;
        for (int i = 0; i < coefficients.length; i++) {
            double times = 2.0 * (i + 1);
            sum += coefficients[i] * Math.cos(times * xi) * Math.sinh(times * eta);
        }
        return sum;
    }

    private static double atanh(double x) {
        return Math.log((1 + x) / (1 - x)) / 2;
    }

    private static double e(int power) {
        return Math.pow(E2, power);
    }

    private static double n(int power) {
        return Math.pow(N, power);
    }
}
