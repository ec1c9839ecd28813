namespace CoCreate.Voting;

/// <summary>The little linear algebra that intervals need.</summary>
internal static class Matrices
{
    /// <summary>The inverse of a symmetric positive definite matrix, by Gauss and Jordan's elimination, with the largest pivot of each column.</summary>
    public static double[,] Inverse(double[,] matrix)
    {
        var count = matrix.GetLength(0);
        var left = (double[,])matrix.Clone();
        var right = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            right[i, i] = 1;
        }

        for (var column = 0; column < count; column++)
        {
            var pivot = Enumerable.Range(column, count - column).MaxBy(row => Math.Abs(left[row, column]));
            Swap(left, pivot, column);
            Swap(right, pivot, column);
            var scale = left[column, column];
            for (var k = 0; k < count; k++)
            {
                left[column, k] /= scale;
                right[column, k] /= scale;
            }

            Clear(left, right, column);
        }

        return right;
    }

    /// <summary>Takes the pivot's row from all others, so that its column is 0 there.</summary>
    private static void Clear(double[,] left, double[,] right, int column)
    {
        var count = left.GetLength(0);
        for (var row = 0; row < count; row++)
        {
            var factor = left[row, column];
            for (var k = 0; row != column && k < count; k++)
            {
                left[row, k] -= factor * left[column, k];
                right[row, k] -= factor * right[column, k];
            }
        }
    }

    private static void Swap(double[,] matrix, int one, int other)
    {
        for (var k = 0; one != other && k < matrix.GetLength(1); k++)
        {
            (matrix[one, k], matrix[other, k]) = (matrix[other, k], matrix[one, k]);
        }
    }
}
