using System.Numerics.Tensors;

namespace ClaimsDesk.Extraction.Encoder;

internal static class Softmax
{
    /// <summary>Turns each row of scores into probabilities, in place, and returns the same array.</summary>
    public static float[] Rows(float[] scores, int width)
    {
        for (var i = 0; i + width <= scores.Length; i += width)
        {
            var row = scores.AsSpan(i, width);
            // The largest score is taken off first, so that no exponential overflows.
            TensorPrimitives.Subtract(row, TensorPrimitives.Max<float>(row), row);
            TensorPrimitives.SoftMax<float>(row, row);
        }
        return scores;
    }
}
