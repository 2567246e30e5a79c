"""Every quality measure once more, by numpy and scipy: what src/metrics/reference.test.ts compares with.

    python3 scripts/parity/measures.py && npm run format

writes src/metrics/testing/reference.json: made-up examples and what the measures say of them.
"""
import json
from pathlib import Path

import numpy as np
from scipy.linalg import sqrtm
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist, pdist
from scipy.stats import entropy

OUT = Path(__file__).parents[2] / "src/metrics/testing/reference.json"
CLASSES = 4


def frechet(x, y):
    a, b = np.cov(x, rowvar=False), np.cov(y, rowvar=False)
    distance = np.sum((x.mean(0) - y.mean(0)) ** 2) + np.trace(a) + np.trace(b)
    return distance - 2 * np.trace(sqrtm(a @ b)).real


def wasserstein(x, y):
    costs = cdist(x, y)
    return costs[linear_sum_assignment(costs)].mean()


def mmd(x, y):
    variance = cdist(x, x, "sqeuclidean").mean()
    kernel = lambda a, b: np.exp(-cdist(a, b, "sqeuclidean") / (2 * variance)).mean()
    return np.sqrt(kernel(x, x) + kernel(y, y) - 2 * kernel(x, y))


def kid(x, y):
    kernel = lambda a, b: (a @ b.T / a.shape[1] + 1) ** 3
    unequal = lambda k: (k.sum() - np.trace(k)) / (len(k) * (len(k) - 1))
    return unequal(kernel(x, x)) + unequal(kernel(y, y)) - 2 * kernel(x, y).mean()


def neighbour_test(x, y):
    both = np.concatenate([x, y])
    distances = cdist(both, both)
    np.fill_diagonal(distances, np.inf)
    is_real = np.arange(len(both)) < len(x)
    right = is_real[distances.argmin(1)] == is_real
    return {"both": right.mean(), "real": right[is_real].mean(), "other": right[~is_real].mean()}


def within(manifold, x, k=3):
    radii = np.sort(cdist(manifold, manifold), axis=1)[:, k]
    return (cdist(x, manifold) <= radii).any(1).mean()


def birthday(x, y):
    found = max(1, int((pdist(y) <= pdist(x).min()).sum()))
    return len(y) * (len(y) - 1) / 2 / found


def class_shares(probabilities):
    return np.bincount(probabilities.argmax(1), minlength=CLASSES) / len(probabilities)


def of_features(x, y):
    return {
        "frechet": frechet(x, y),
        "wasserstein": wasserstein(x, y),
        "mmd": mmd(x, y),
        "kid": kid(x, y),
        "neighbourTest": neighbour_test(x, y),
        "precision": within(x, y),
        "recall": within(y, x),
        "birthday": birthday(x, y),
        "nearestReal": cdist(y, x).min(1).mean(),
    }


def of_probabilities(p, q, asked):
    marginal = q.mean(0)
    inception = entropy(q.T, marginal[:, None]).mean()
    return {
        "inceptionScore": np.exp(inception),
        "modeScore": np.exp(inception - entropy(marginal, p.mean(0))),
        "classDivergence": entropy(class_shares(q), class_shares(p)),
        "coverage": int((class_shares(q) >= 0.1 * class_shares(p)).sum()),
        "agreement": (q.argmax(1) == asked).mean(),
    }


def psnr_of_means(x, y, labels_x, labels_y):
    values = []
    for label in np.unique(labels_x):
        error = np.mean((x[labels_x == label].mean(0) - y[labels_y == label].mean(0)) ** 2)
        values.append(10 * np.log10(255**2 / error))
    return np.mean(values)


def class_variety(x, y, labels_x, labels_y):
    variance = lambda rows: rows.var(axis=0, ddof=1).sum()
    return min(variance(y[labels_y == c]) / variance(x[labels_x == c]) for c in np.unique(labels_x))


def variety_case(rng):
    """Features of three classes, in each of which the others are spread differently."""
    labels = [np.arange(36) % 3, (np.arange(36) + 1) % 3]
    x = np.round(rng.normal(size=(36, 5)) + 3 * labels[0][:, None], 3)
    y = np.round(np.array([0.9, 0.2, 0.6])[labels[1]][:, None] * rng.normal(size=(36, 5)) + 3 * labels[1][:, None], 3)
    return {
        "real": round_all(x, 3),
        "fake": round_all(y, 3),
        "realLabels": labels[0].tolist(),
        "fakeLabels": labels[1].tolist(),
        "expected": class_variety(x, y, *labels),
    }


def round_all(value, digits):
    return np.round(value, digits).tolist()


def feature_case(name, rng, n, d, shift, spread, dead=0, copies=0):
    mixing = rng.normal(size=(d, d))
    x = np.round(rng.normal(size=(n, d)) @ mixing, 3)
    y = np.round(spread * rng.normal(size=(n, d)) @ mixing + shift, 3)
    if dead:
        x[:, :dead] = y[:, :dead] = 0
    y[:copies] = y[n - 1] + np.round(1e-2 * rng.normal(size=(copies, d)), 3)
    return {"name": name, "real": round_all(x, 3), "other": round_all(y, 3), "expected": of_features(x, y)}


def singular_case(rng):
    """Fewer examples than features, some of which are always 0: the product of covariances has no exact root."""
    case = feature_case("dead features", rng, 12, 14, 0.4, 1.2, dead=3)
    x, y = np.array(case["real"]), np.array(case["other"])
    a, b = (x - x.mean(0)) / np.sqrt(len(x) - 1), (y - y.mean(0)) / np.sqrt(len(y) - 1)
    # Tr (AᵀA BᵀB)^½ is the sum of the singular values of A Bᵀ.
    trace = np.linalg.svd(a @ b.T, compute_uv=False).sum()
    distance = np.sum((x.mean(0) - y.mean(0)) ** 2) + np.sum(a**2) + np.sum(b**2) - 2 * trace
    return case | {"expected": {"frechet": distance}}


def softmax_rows(rng, n, sharpness, lean):
    logits = sharpness * rng.normal(size=(n, CLASSES)) + lean * np.arange(CLASSES)
    powers = np.exp(logits - logits.max(1, keepdims=True))
    rounded = np.round(powers / powers.sum(1, keepdims=True), 6)
    rounded[:, 0] += 1 - rounded.sum(1)
    return rounded


def main():
    rng = np.random.default_rng(20180621)
    real, fake = softmax_rows(rng, 30, 3, 0), softmax_rows(rng, 30, 2, 0.7)
    asked = rng.integers(0, CLASSES, 30)
    images = [np.round(rng.uniform(0, 255, size=(12, 9))), np.round(rng.uniform(30, 255, size=(12, 9)))]
    labels = [np.arange(12) % 3, (np.arange(12) + 1) % 3]
    costs = rng.integers(0, 50, size=(30, 30))
    reference = {
        "features": [
            feature_case("shifted", rng, 40, 6, 0.5, 1.0),
            feature_case("narrower", rng, 40, 6, 0.0, 0.5),
            feature_case("with near copies", rng, 30, 4, 0.2, 1.0, copies=6),
        ],
        "singular": singular_case(rng),
        "classes": {
            "real": real.tolist(),
            "fake": fake.tolist(),
            "asked": asked.tolist(),
            "expected": of_probabilities(real, fake, asked),
        },
        "images": {
            "real": images[0].tolist(),
            "fake": images[1].tolist(),
            "realLabels": labels[0].tolist(),
            "fakeLabels": labels[1].tolist(),
            "expected": psnr_of_means(*images, *labels),
        },
        "assignment": {
            "costs": costs.tolist(),
            "expected": int(costs[linear_sum_assignment(costs)].sum()),
        },
        "variety": variety_case(rng),
    }
    OUT.write_text(json.dumps(reference) + "\n")


main()
