using System.Text;
using CoCreate.Web.Transport;

namespace CoCreate.Tests.Gateway;

/// <summary>R3: JSON nested deeper than 16 is not let through.</summary>
public sealed class DepthGuardTests
{
    [Fact]
    public void Sixteen_levels_pass_and_seventeen_do_not()
    {
        Assert.True(Passes(Nested(16)));
        Assert.False(Passes(Nested(17)));
        Assert.False(Passes(string.Concat(Enumerable.Repeat("{\"a\":", 17))));
    }

    [Fact]
    public void Brackets_in_texts_do_not_count()
    {
        Assert.True(Passes($"[\"{new string('[', 100)}\\\"{new string('{', 100)}\\\\\"]"));
        Assert.False(Passes($"[\"\\\\\"{new string('[', 16)}"));
    }

    [Fact]
    public void Each_message_counts_from_zero_and_pieces_count_together()
    {
        Assert.True(Passes(new string('[', 16) + "\u001e" + new string('[', 16)));
        Assert.True(Passes("[\"\u001e" + new string('[', 16)));

        var guard = new DepthGuard(16);
        Assert.True(guard.Pass(Encoding.UTF8.GetBytes(new string('[', 10))));
        Assert.False(guard.Pass(Encoding.UTF8.GetBytes(new string('[', 7))));
    }

    private static bool Passes(string text)
    {
        var guard = new DepthGuard(16);
        return guard.Pass(Encoding.UTF8.GetBytes(text));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
