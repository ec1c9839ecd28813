namespace CoCreate.Embedded;

/// <summary>Calls of one observer: in order, one after another, never on the caller's turn.</summary>
internal sealed class ObserverMailbox(object observer) : Mailbox(interleavesAll: false)
{
    private volatile bool _isDeleted;

    protected override bool IsOpen => !_isDeleted;

    protected override object Target => observer;

    /// <summary>No further call arrives; whoever waits for one is told.</summary>
    public void Delete()
    {
        _isDeleted = true;
        Scheduler.Post(static mailbox => ((ObserverMailbox)mailbox!).Advanced(), this);
    }

    protected override void Advanced()
    {
        if (!_isDeleted)
        {
            return;
        }

        foreach (var work in TakeWaiting())
        {
            work.Fail(new InvalidOperationException("The reference to this observer was deleted."));
        }
    }
}
